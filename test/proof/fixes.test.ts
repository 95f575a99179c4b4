import { proof } from './fixes.proof.js';
import { inSmall } from './proof.js';

inSmall(proof, 0.03);
