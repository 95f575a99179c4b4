import { ARE_BUILT } from '../support/programs.js';
import { inSmall } from './proof.js';
import { proof } from './soak.proof.js';

if (ARE_BUILT) inSmall(proof, 0.02);
