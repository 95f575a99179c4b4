/**
 * Threads that check records, each one record after the other. What comes back does not depend on how many there are.
 */
import { Worker } from 'node:worker_threads';
import type { CheckedRecord, CheckSettings } from './read-record.js';
import type { Selected } from './select.js';
import type { Crew } from '../world.js';

/** What a thread is given when it starts; `folder` holds the packs. */
export interface CrewTask {
  readonly settings: CheckSettings;
  readonly cwd: string;
  /** ISO date: the same for all, also past midnight. */
  readonly today: string;
  readonly folder: string;
}

interface Member {
  readonly worker: Worker;
  /** Of records that are under way, in the order in which they were given. */
  readonly waiting: { readonly done: (checked: CheckedRecord) => void; readonly failed: (error: unknown) => void }[];
}

/** `program` is the built form of crew-member.ts. */
export function startCrew(size: number, program: string, task: CrewTask): Crew {
  const members = Array.from({ length: size }, (): Member => startMember(program, task));
  return {
    check: (one: Selected) => new Promise((done, failed) => {
      const member = members.reduce((least, other) => (other.waiting.length < least.waiting.length ? other : least));
      member.waiting.push({ done, failed });
      member.worker.postMessage(one);
    }),
    async end() {
      await Promise.all(members.map(({ worker }) => worker.terminate()));
    },
  };
}

function startMember(program: string, task: CrewTask): Member {
  const member: Member = { worker: new Worker(program, { workerData: task }), waiting: [] };
  const fail = (error: unknown): void => member.waiting.splice(0).forEach(({ failed }) => failed(error));
  member.worker.on('message', (checked: CheckedRecord) => member.waiting.shift()?.done(checked));
  member.worker.on('error', fail);
  member.worker.on('exit', () => fail(new Error('A thread ended before its work was done.')));
  return member;
}
