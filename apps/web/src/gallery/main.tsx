import 'klubba-texts/all';
import { mount } from '../app/mount.tsx';
import { Gallery } from './gallery.tsx';

void mount(<Gallery />, () => import('klubba-texts/all-en'));
