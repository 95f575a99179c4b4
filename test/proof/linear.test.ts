import { proof } from './linear.proof.js';
import { inSmall } from './proof.js';

inSmall(proof, 0.02);
