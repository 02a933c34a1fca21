import 'klubba-texts/all';
import { App } from './app.tsx';
import { beginVideoEarly } from '../video/early.ts';
import { mount } from './mount.tsx';

beginVideoEarly(location.pathname);
void mount(<App />, () => import('klubba-texts/all-en'));
