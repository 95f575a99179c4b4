/** One thing that goes wrong, and what must still hold. */
import type { Diagnostic } from 'vscode-languageserver-protocol';
import type { FindingPlace, Left } from '../../../server/src/lsp/set-aside.js';
import type { ConnectedClient } from '../../support/connected-client.js';
import type { Told } from '../proof.js';

export interface Situation {
  readonly title: string;
  /** Throws where it does not hold; else says in a few words what was seen. */
  run(told: Told): Promise<string>;
}

export const NOTE = 'Dad failed to engage with the course.\n';
/** For clients that ask why something is left as it is. */
export const ASKING = { questions: 'client', setAside: 'client' };

export async function rulesIn(client: ConnectedClient, uri: string): Promise<readonly string[]> {
  return (await client.pull(uri)).items.map(({ code }) => String(code));
}

/** Leaves the first finding of a record as it is. */
export async function leaveFirst(client: ConnectedClient, uri: string, reason = 'Court wording'): Promise<Left> {
  const [finding] = (await client.pull(uri)).items;
  return leave(client, uri, finding, reason);
}

export async function leave(client: ConnectedClient, uri: string, { range, data }: Diagnostic, reason: string): Promise<Left> {
  const place: FindingPlace = { uri, rule: data.rule, range };
  return (await client.command('alongside.leaveAsItIs', { ...place, reason })) as Left;
}
