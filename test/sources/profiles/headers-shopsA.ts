import { seen } from './seen.ts';

/** Headers of Shopify, WooCommerce and PrestaShop exports to the letter, and the one profile each is recognised as. */
export const headers = [
  ...seen('shopify-orders', 'orders', {
    'the export of 2025, 79 columns':
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References',
    'an export of 2025 of a shop without cancelled orders and taxes':
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Id,Tags,Risk Level,Source,Lineitem discount,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References',
  }),
  ...seen('shopify-orders-2012', 'orders', {
    'github.com/thoughtbot/upcase, spec/lib/shopify_importer_spec.rb':
      'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at',
  }),
  ...seen('shopify-customers', 'customers', {
    'the export of 2025':
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
    'the export before 2022':
      'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
    'an export with a metafield':
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Accepts WhatsApp Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags,Fecha de nacimiento (customer.metafields.facts.birth_date)',
  }),
  ...seen('woocommerce-analytics', 'orders', {
    'github.com/woocommerce/woocommerce, src/Admin/API/Reports/Orders/Controller.php':
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
    'the same before Net Sales and Attribution':
      'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue',
    'the same with woocommerce-fr_FR.po':
      'Date,Commande n°,Revenu net (formaté),État,Client,Type de client,Produit(s),Articles vendus,Code(s) promo,N. Revenu',
    'the same with woocommerce-fr_FR.po, where Net Sales is not translated':
      'Date,Commande n°,Revenu net (formaté),État,Client,Type de client,Produit(s),Articles vendus,Code(s) promo,Net Sales,Attribution',
    'the file made in the browser where one page holds all rows':
      'Date,Order #,Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net sales,Attribution',
    'the same in French':
      'Date,Commande n°,État,Client,Type de client,Produit(s),Articles vendus,Code(s) promo,Ventes nettes,Attribution',
  }),
  ...seen('woocommerce-advanced-order-export', 'orders', {
    'the default columns':
      'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount,Discount Amount Tax',
    'the default columns without those of products':
      'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Address 1&2 (Shipping),City (Shipping),State Code (Shipping),Postcode (Shipping),Country Code (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount',
    'the labels of woo-order-export-lite-fr_FR.po':
      'Numéro de commande,État de la commande,Date de commande,Note du client,Prénom (Facturation),Nom de famille (Facturation),Société (Facturation),Adresse 1 & 2 (Facturation),Ville (Facturation),Code de l’état (Facturation),Code postal (Facturation),Code du pays (Facturation),E-mail (Facturation),Téléphone (Facturation),Prénom (Livraison),Nom de famille (Livraison),Adresse 1 & 2 (Livraison),Ville (Livraison),Code de l’état (Livraison),Code postal (Livraison),Code du pays (Livraison),Titre de la méthode de paiement,Montant de la remise panier,Sous-total de la commande,Titre de la méthode de livraison,Montant de la livraison,Montant du remboursement de la commande,Montant total de la commande,Montant total de la taxe',
  }),
  ...seen('woocommerce-webtoffee', 'orders', {
    'woocommerce.com/document/import-and-export-of-woocommerce-orders/':
      'order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,payment_method_title,transaction_id,customer_ip_address,customer_user_agent,shipping_method,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_company,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,customer_note,wt_import_key,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,download_permissions,line_item_1,line_item_2',
    'version 2.3.0, admin/modules/order/data/data-order-post-columns.php':
      'order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_key,order_currency,payment_method,payment_method_title,transaction_id,customer_ip_address,customer_user_agent,shipping_method,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_company,shipping_phone,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,customer_note,wt_import_key,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,download_permissions,line_item_1',
    'version 2.3.0, a row for each item':
      'order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_key,order_currency,payment_method,payment_method_title,transaction_id,customer_ip_address,customer_user_agent,shipping_method,customer_id,customer_user,customer_email,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_company,shipping_phone,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,customer_note,wt_import_key,shipping_items,fee_items,tax_items,coupon_items,refund_items,order_notes,download_permissions,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,item_total_tax,item_refunded,item_refunded_qty,item_meta',
  }),
  ...seen('woocommerce-skyverge', 'orders', {
    'version 5.5.0, the default format':
      'order_id,order_number,order_number_formatted,date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,shipping_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,shipping_company,customer_note,line_items,shipping_items,fee_items,tax_items,coupon_items,refunds,order_notes,download_permissions_granted',
    'version 5.5.0, one row per item':
      'order_id,order_number,date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,shipping_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,shipping_first_name,shipping_last_name,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,shipping_company,customer_note,item_id,item_product_id,item_name,item_sku,item_quantity,item_subtotal,item_subtotal_tax,item_total,item_total_tax,item_refunded,item_refunded_qty,item_meta,shipping_items,fee_items,tax_items,coupon_items,order_notes,download_permissions_granted',
    'version 5.5.0, the format for import':
      'id,order_number,order_number_formatted,created_at,status,total,total_shipping,cart_tax,shipping_tax,total_discount,total_refunded,payment_method,currency,customer_user,billing_first_name,billing_last_name,billing_email,billing_phone,billing_address_1,billing_address_2,billing_postcode,billing_city,billing_state,billing_country,billing_company,shipping_first_name,shipping_last_name,shipping_address_1,shipping_address_2,shipping_postcode,shipping_city,shipping_state,shipping_country,shipping_company,note,line_items,shipping_lines,tax_lines,fee_lines,coupon_lines,refunds,order_notes,download_permissions_granted',
  }),
  ...seen('prestashop-orders-grid', 'orders', {
    'the controller of 1.7 and later': 'ID,Reference,New client,Delivery,Customer,Total,Payment,Status,Date',
    'the same for shops with companies':
      'ID,Reference,New client,Delivery,Customer,Total,Payment,Status,Date,Company',
    '1.6/fr/translations/fr/admin.php, github.com/PrestaShop/TranslationFiles':
      'ID,Référence,Nouveau client,Livraison,Client,Total,Paiement,État,Date',
    'the same in French, for shops with companies':
      'ID,Référence,Nouveau client,Livraison,Client,Total,Paiement,État,Date,Société',
  }),
  ...seen('prestashop-orders-table', 'orders', {
    'a query of the SQL manager':
      'id_order,reference,id_customer,current_state,payment,total_paid_real,total_paid_tax_incl,total_products,date_add',
    'install-dev/data/db_structure.sql, github.com/PrestaShop/PrestaShop':
      'id_order,reference,id_shop_group,id_shop,id_carrier,id_lang,id_customer,id_cart,id_currency,id_address_delivery,id_address_invoice,current_state,secure_key,payment,conversion_rate,module,recyclable,gift,gift_message,mobile_theme,shipping_number,total_discounts,total_discounts_tax_incl,total_discounts_tax_excl,total_paid,total_paid_tax_incl,total_paid_tax_excl,total_paid_real,total_products,total_products_wt,total_shipping,total_shipping_tax_incl,total_shipping_tax_excl,carrier_tax_rate,total_wrapping,total_wrapping_tax_incl,total_wrapping_tax_excl,round_mode,round_type,invoice_number,delivery_number,invoice_date,delivery_date,valid,date_add,date_upd',
  }),
  ...seen('prestashop-customers-grid', 'customers', {
    'the controller of 8':
      'ID,Social title,First name,Last name,Email address,Group,Company,Sales,Enabled,Newsletter,Partner offers,Registration,Last visit',
    'the controller of 1.7':
      'ID,Social title,First name,Last name,Email address,Company,Sales,Enabled,Newsletter,Partner offers,Registration,Last visit',
    'doc.prestashop.com, Your customers (1.6), with its closing semicolon':
      'ID,Title,Last name,First Name,Email address,Age,Enabled,News.,Opt.,Registration,Last visit,',
    'help-center.prestashop.com/fr, Accéder aux comptes clients':
      'ID,Titre,Prénom,Nom,Adresse e-mail,Groupe,Société,Ventes,Activé,Newsletter,Offres partenaires,Inscription,Dernière visite',
  }),
  ...seen('prestashop-customers-table', 'customers', {
    'install-dev/data/db_structure.sql, github.com/PrestaShop/PrestaShop':
      'id_customer,id_shop_group,id_shop,id_gender,id_default_group,id_lang,id_risk,company,siret,ape,firstname,lastname,email,passwd,last_passwd_gen,birthday,newsletter,ip_registration_newsletter,newsletter_date_add,optin,website,outstanding_allow_amount,show_public_prices,max_payment_days,secure_key,note,active,is_guest,deleted,date_add,date_upd,reset_password_token,reset_password_validity',
  }),
];
