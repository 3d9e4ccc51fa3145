/** Where parcels go. */

export interface DeliveryAddress {
  name: string;
  street: string;
  postalCode: string;
  city: string;
  country: string;
}

export function checkDelivery(address: DeliveryAddress) {
  const problems: string[] = [];
  if (address.name.trim() === '') problems.push('A name is needed.');
  if (address.street.trim() === '') problems.push('A street is needed.');
  if (!/^\d{5}$/.test(address.postalCode)) problems.push('The postal code has five digits.');
  if (address.city.trim() === '') problems.push('A city is needed.');
  if (!['DE', 'AT', 'CH'].includes(address.country)) problems.push('We do not deliver there.');
  if (problems.length > 0) {
    throw new Error(`The address cannot be used: ${problems.join(' ')}`);
  }
  return { ...address, name: address.name.trim(), street: address.street.trim(), city: address.city.trim() };
}
