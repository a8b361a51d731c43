import type { ColumnTarget, LeftOutReason } from '@simpul/contract/clearing/columns';
import type { HtcdsKey } from '@simpul/contract/standards/htcds-fields';

export type ColumnUse = { target: ColumnTarget; flag?: string } | { leftOut: LeftOutReason };

/** HTCDS 2.0 fields that the clearing takes; every other field of the standard is left out. */
const htcds: Partial<Record<HtcdsKey, ColumnUse>> = {
  prs_FirstName: { target: 'givenName' },
  prs_MiddleName: { target: 'middleName' },
  prs_SecondName: { target: 'familyName' },
  prs_Birthdate: { target: 'birthDate' },
  prs_Gender: { target: 'sex' },
  prs_Citizenship: { target: 'citizenship' },
  prs_IdentityNumber: { target: 'identityNumber' },
  prs_HomePhone: { target: 'phone' },
  prs_MobilePhone: { target: 'phone' },
  prs_MailingStreet: { target: 'address' },
  prs_MailingCity: { target: 'originName' },
  prs_MailingState: { target: 'originProvince' },
  vic_TraffickingStatus: { target: 'victimStatus' },
  vic_TraffickingStatusDecisionMakingOrg: { target: 'statusDecider' },
  vic_AgeWhenTrafficked: { target: 'age' },
  vic_TypeOfExploitation: { target: 'exploitation' },
  vic_ForcedLabourIndustry: { target: 'labourSector' },
  cas_IncomingReferralDate: { target: 'reportDate' },
  hte_City: { target: 'placeName' },
  hte_State: { target: 'placeProvince' },
  hte_Country: { target: 'exploitationCountry' },
  hte_Date: { target: 'incidentDate' },
  spl_Type: { target: 'services' },
  cas_CaseOwner: { leftOut: 'staff' },
  cas_ReferringPrimaryCaseWorker: { leftOut: 'staff' },
  cas_ReferredPrimaryCaseWorker: { leftOut: 'staff' },
  cco_CaseComment: { leftOut: 'narrative' },
  hte_Description: { leftOut: 'narrative' },
  cas_IncomingReferralDetails: { leftOut: 'narrative' },
  cas_OutgoingReferralDetails: { leftOut: 'narrative' },
  vic_Vulnerabilities: { leftOut: 'sensitive' },
  vic_DetailsOfVulnerabilities: { leftOut: 'sensitive' },
  vic_TypeOfSexExploitation: { leftOut: 'sensitive' },
};
export const htcdsUse = (key: HtcdsKey): ColumnUse =>
  htcds[key] ?? { leftOut: key.startsWith('per_') ? 'other_person' : 'not_needed' };

/** Published CTDC files: the 2024 layout and the victim-perpetrator file. They carry no identity at all. */
const ctdc = new Map<string, ColumnUse>(
  Object.entries<ColumnUse>({
    yearofregistration: { target: 'registrationYear' },
    yearregister: { target: 'registrationYear' },
    gender: { target: 'sex' },
    agebroad: { target: 'ageGroup' },
    majoritystatus: { target: 'child' },
    citizenship: { target: 'citizenship' },
    countryofexploitation: { target: 'exploitationCountry' },
    isforcedlabour: { target: 'exploitation', flag: 'forced_labour' },
    issexualexploit: { target: 'exploitation', flag: 'sexual' },
    isotherexploit: { target: 'exploitation', flag: 'other' },
    typeoflabouragriculture: { target: 'labourSector', flag: 'A' },
    typeoflabourconstruction: { target: 'labourSector', flag: 'F' },
    typeoflabourdomesticwork: { target: 'labourSector', flag: 'T' },
    typeoflabourhospitality: { target: 'labourSector', flag: 'I' },
  }),
);
const ctdcLeftOut =
  /^(?:src_row|traffickmonths|means[a-z]+|typeofsex[a-z]+|recruiterrelation[a-z]+|ip_[a-z_]+|un_co[oe]_region)$/;
export function ctdcUse(heading: string): ColumnUse | undefined {
  const key = heading.trim().toLowerCase();
  return ctdc.get(key) ?? (ctdcLeftOut.test(key) ? { leftOut: 'not_needed' } : undefined);
}
/** Headings that no other file has; `gender` and `citizenship` alone prove nothing. */
export const isCtdcMark = (heading: string): boolean =>
  /^(?:yearOfRegistration|yearRegister|ageBroad|majorityStatus|CountryOfExploitation|is(?:ForcedLabour|SexualExploit|OtherExploit))$/i.test(
    heading.trim(),
  );
