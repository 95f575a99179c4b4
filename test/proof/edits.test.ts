import { proof } from './edits.proof.js';
import { inSmall } from './proof.js';

inSmall(proof, 0.002);
