/** True in builds a test driver may steer (see vite.config.ts); a release is never built with it. */
declare const __E2E__: boolean;
