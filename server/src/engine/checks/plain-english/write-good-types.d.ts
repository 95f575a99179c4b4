/** write-good brings no types. Only what is used here is declared, and only what can be trusted in it. */
declare module 'write-good' {
  /** `index` and `offset` (a length) in UTF-16 units. `reason` is pieced together by cutting strings: do not use it. */
  interface Suggestion {
    readonly index: number;
    readonly offset: number;
    readonly reason: string;
  }
  interface Options {
    readonly weasel?: boolean;
    readonly illusion?: boolean;
    readonly so?: boolean;
    readonly thereIs?: boolean;
    readonly passive?: boolean;
    readonly adverb?: boolean;
    readonly tooWordy?: boolean;
    readonly cliches?: boolean;
    readonly eprime?: boolean;
  }
  export default function writeGood(text: string, options?: Options): readonly Suggestion[];
}
