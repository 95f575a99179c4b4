/** The built-in packs, as test/run.mjs compiled them. */
import type { CompiledRules } from '../../server/src/engine/rule-set.js';
import { unpack } from '../../server/src/rulebook/packs/built-in.js';
import { latin1 } from '../../server/src/rulebook/packs/read-built-in.js';

declare const BUILT_IN_PACKS: string;

export const BUILT_IN: CompiledRules = unpack(Buffer.from(BUILT_IN_PACKS, 'base64'), latin1);
