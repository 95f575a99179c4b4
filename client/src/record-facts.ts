/**
 * What the server says a record holds as a whole (`alongside/overview`, `alongside/voices`). Lines and characters count
 * from 0; the words stay in this editor.
 */
export interface RecordFacts {
  readonly uri: string;
  readonly version: number;
  readonly people: readonly { readonly name: string; readonly who: 'child' | 'family' | 'professional' | 'service' | 'other'; readonly at: PlainPosition | null }[];
  readonly children: readonly { readonly name: string; readonly own: 'yes' | 'perhaps' | 'not-yet'; readonly heard: 'yes' | 'perhaps' | 'not-yet'; readonly words: readonly Passage[]; readonly signs: readonly Passage[] }[];
  readonly good: readonly (Passage & { readonly kind: string; readonly child: string | null })[];
  readonly goingWell: readonly Passage[];
  readonly worries: readonly Passage[];
  readonly statements: readonly (Passage & { readonly parts: readonly { readonly part: string; readonly present: boolean }[] })[];
  /** `owner` is '' where nobody is named. */
  readonly actions: readonly { readonly owner: string; readonly actions: readonly (Passage & { readonly dated: boolean })[] }[];
  readonly findings: readonly { readonly title: string; readonly places: readonly (Passage & { readonly message: string })[] }[];
  readonly aside: readonly {
    readonly title: string;
    readonly standing: 'here' | 'gone' | 'expired';
    readonly count: number;
    readonly reason: string | null;
    readonly by: string | null;
    readonly until: string | null;
    readonly place: Passage | null;
  }[];
  readonly figures: { readonly words: number; readonly sentences: number; readonly longest: (Passage & { readonly words: number }) | null };
}

export interface RecordVoices {
  readonly uri: string;
  readonly version: number;
  readonly voices: readonly VoiceSeen[];
}

export interface VoiceSeen {
  readonly voice: VoiceName;
  readonly speaker: string;
  readonly how: 'quoted' | 'reported';
  readonly range: PlainRange;
}

export type VoiceName = 'child' | 'family' | 'professional' | 'other';

export interface Passage {
  readonly text: string;
  readonly range: PlainRange;
}

export interface PlainRange {
  readonly start: PlainPosition;
  readonly end: PlainPosition;
}

export interface PlainPosition {
  readonly line: number;
  readonly character: number;
}
