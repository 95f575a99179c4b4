import { inSmall } from './proof.js';
import { proof } from './requests.proof.js';

inSmall(proof, 0.005);
