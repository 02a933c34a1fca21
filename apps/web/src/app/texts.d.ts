/** Every text, for the participants' side. Filled in by the build, see vite.config.ts. */
declare module 'klubba-texts/all';
/** The few texts of the public page. */
declare module 'klubba-texts/public';
