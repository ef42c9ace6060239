// Names on standard error every module that is loaded after this one.
import { register } from 'node:module';

const hook =
  'export const load = (url, context, next) => { process._rawDebug("loaded " + url); return next(url, context); };';
register(`data:text/javascript,${encodeURIComponent(hook)}`);
