import { holdTo } from './hold.ts';
import { fixedSeed } from './plans.ts';

holdTo(fixedSeed);
