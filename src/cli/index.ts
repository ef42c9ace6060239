import { runProcess } from './io.ts';
import { main } from './main.ts';

await runProcess(main);
