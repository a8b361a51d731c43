import { agenciesRoutes as contract } from '@simpul/contract/agencies/routes';
import { bind } from '../../platform/http/bind.ts';
import { addUnit, endUnit } from './change-units.ts';
import { closeAgency, reopenAgency } from './close-agency.ts';
import { createAgency } from './create-agency.ts';
import { getAgency, listAgencies } from './reads.ts';
import { renameAgency } from './rename-agency.ts';
import { setServiceAreas } from './set-service-areas.ts';

export const agenciesRouter = {
  listAgencies: bind(contract.listAgencies, listAgencies),
  getAgency: bind(contract.getAgency, getAgency),
  createAgency: bind(contract.createAgency, createAgency),
  renameAgency: bind(contract.renameAgency, renameAgency),
  setServiceAreas: bind(contract.setServiceAreas, setServiceAreas),
  addUnit: bind(contract.addUnit, addUnit),
  endUnit: bind(contract.endUnit, endUnit),
  closeAgency: bind(contract.closeAgency, closeAgency),
  reopenAgency: bind(contract.reopenAgency, reopenAgency),
};
