import { holdTo } from './hold.ts';
import { secondSeed } from './plans.ts';

holdTo(secondSeed());
