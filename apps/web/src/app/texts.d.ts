/** Texts of the participants' side and of the public page, in Swedish and English. Made by the build, see vite.config.ts. */
declare module 'klubba-texts/first';
declare module 'klubba-texts/rest';
declare module 'klubba-texts/all';
declare module 'klubba-texts/all-en';
declare module 'klubba-texts/public';
declare module 'klubba-texts/public-en';
declare module 'klubba-texts/desk';
declare module 'klubba-texts/admin';
