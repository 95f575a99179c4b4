import { proof } from './bench.proof.js';
import { inSmall } from './proof.js';

inSmall(proof, 0.01);
