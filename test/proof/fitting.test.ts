import { proof } from './fitting.proof.js';
import { inSmall } from './proof.js';

inSmall(proof, 0.02);
