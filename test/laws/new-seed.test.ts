import { holdEveryLaw } from './all.ts';
import { newSeed } from './trials.ts';

holdEveryLaw(newSeed());
