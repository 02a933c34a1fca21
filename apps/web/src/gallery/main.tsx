import 'klubba-texts/all';
import { mount } from '../app/mount.tsx';
import { Gallery } from './gallery.tsx';

mount(<Gallery />);
