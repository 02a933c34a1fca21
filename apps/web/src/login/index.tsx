import { Navigate, useParams, useSearchParams } from 'react-router';
import { nextPath } from '../app/next-path.ts';
import { AppLogin } from './app-login.tsx';
import { DirectoryLogin } from './directory-login.tsx';
import { PasskeyLogin } from './passkey-login.tsx';

/** `/login/:way`: one way in, with what it needs. */
export default function LoginView() {
  const { way } = useParams();
  const [query] = useSearchParams();
  const next = nextPath(query.get('next'));
  switch (way) {
    case 'bankId':
    case 'freja':
      return <AppLogin way={way} next={next} />;
    case 'directory':
      return <DirectoryLogin next={next} />;
    case 'passkey':
      return <PasskeyLogin next={next} />;
    case 'oneTimeLink':
      return <Navigate replace to="/h" />;
    default:
      return <Navigate replace to="/" />;
  }
}
