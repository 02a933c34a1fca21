import 'klubba-texts/admin';
import { Navigate, Route, Routes } from 'react-router';
import { Bodies } from './bodies.tsx';
import { BodyPage } from './body.tsx';
import { FirstAdministrator } from './first.tsx';
import { Guide } from './guide.tsx';
import { Import } from './import.tsx';
import { Keys } from './keys.tsx';
import { KeyUses } from './key-uses.tsx';
import { Log } from './log.tsx';
import { PartiesPage } from './parties-page.tsx';
import { People } from './people.tsx';
import { PersonDataPage } from './person-data.tsx';
import { RegisterProvider } from './register-context.tsx';
import { RulesPage } from './rules.tsx';
import { TemplatesPage } from './templates-page.tsx';

/** `/admin/*` */
export default function AdminView() {
  return (
    <Routes>
      <Route path="first" element={<FirstAdministrator />} />
      <Route
        path="*"
        element={
          <RegisterProvider>
            <Rooms />
          </RegisterProvider>
        }
      />
    </Routes>
  );
}

function Rooms() {
  return (
    <Routes>
      <Route path="guide" element={<Guide />} />
      <Route path="people" element={<People />} />
      <Route path="people/:person" element={<People />} />
      <Route path="people/:person/data" element={<PersonDataPage />} />
      <Route path="bodies" element={<Bodies />} />
      <Route path="bodies/:body" element={<BodyPage />} />
      <Route path="bodies/:body/rules" element={<RulesPage />} />
      <Route path="bodies/:body/rules/:rule" element={<RulesPage />} />
      <Route path="parties" element={<PartiesPage />} />
      <Route path="templates" element={<TemplatesPage />} />
      <Route path="import" element={<Import />} />
      <Route path="keys" element={<Keys />} />
      <Route path="keys/:key" element={<KeyUses />} />
      <Route path="log" element={<Log />} />
      <Route path="*" element={<Navigate replace to="/admin/guide" />} />
    </Routes>
  );
}
