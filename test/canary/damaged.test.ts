import { overDamages } from './over-damages.ts';
import { holdTo, inPlace } from './watch.ts';

holdTo(inPlace(), overDamages);
