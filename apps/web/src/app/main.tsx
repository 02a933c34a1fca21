import 'klubba-texts/first';
import { App } from './app.tsx';
import { beginEarly } from './early.ts';
import { mount } from './mount.tsx';

beginEarly(location.pathname);
void mount(<App />, () => import('klubba-texts/all-en'));
