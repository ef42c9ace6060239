import { holdEveryLaw } from './all.ts';
import { fixedSeed } from './trials.ts';

holdEveryLaw(fixedSeed);
