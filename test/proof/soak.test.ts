import { inSmall } from './proof.js';
import { proof } from './soak.proof.js';

inSmall(proof, 0.02);
