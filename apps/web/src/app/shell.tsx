import 'klubba-texts/first';
import { App } from './app.tsx';
import { mount } from './mount.tsx';

void mount(<App />, () => import('klubba-texts/all-en'));
