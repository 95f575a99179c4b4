import { proof } from './fuzz.proof.js';
import { inSmall } from './proof.js';

inSmall(proof, 0.0005);
