/** The eight columns of the generated export, in their order, with the types the bare passes read them as. */
const COLUMNS = {
  order_id: 'VARCHAR',
  customer_id: 'VARCHAR',
  email: 'VARCHAR',
  ordered_at: 'TIMESTAMP',
  amount: 'DECIMAL(18,2)',
  currency: 'VARCHAR',
  status: 'VARCHAR',
  channel: 'VARCHAR',
};

/** What `loyalty kpi` reads of the export beside the order id: keys, day, amount, and what decides whether a row counts. */
export const READ_COLUMNS = ['customer_id', 'email', 'ordered_at', 'amount', 'currency', 'status'];

/** A statement that loads `names` of the export at `path` into a temporary table, every type given, nothing guessed. */
export function loadStatement(path, names) {
  const columns = Object.entries(COLUMNS).map(([name, type]) => `'${name}': '${type}'`);
  return `create temp table orders as select ${names.join(', ')}
    from read_csv('${path.replaceAll("'", "''")}', auto_detect=false, header=true, delim=',', quote='"',
      escape='"', columns={${columns.join(', ')}})`;
}

/** One group-by per order id: how many ids there are, and the most rows one of them has. */
export const BY_ORDER = `select count(*) as order_ids, max(rows) as most_rows
  from (select order_id, count(*) as rows from orders group by order_id)`;

/** One group-by per customer (count, sum, first, last), and the totals over them. */
export const BY_CUSTOMER = `select count(*) as customers, sum(orders) as orders, sum(amount) as revenue,
    min(first) as first, max(last) as last
  from (select count(*) as orders, sum(amount) as amount, min(ordered_at) as first, max(ordered_at) as last
    from orders group by customer_id)`;
