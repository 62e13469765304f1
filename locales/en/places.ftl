### Countries (ISO 3166-1) and, where licences are given by region, regions (ISO 3166-2). A region without a name is said by its code.

place-country = { $code ->
    [AD] Andorra
    [AE] United Arab Emirates
    [AF] Afghanistan
    [AG] Antigua and Barbuda
    [AI] Anguilla
    [AL] Albania
    [AM] Armenia
    [AO] Angola
    [AQ] Antarctica
    [AR] Argentina
    [AS] American Samoa
    [AT] Austria
    [AU] Australia
    [AW] Aruba
    [AX] Åland Islands
    [AZ] Azerbaijan
    [BA] Bosnia and Herzegovina
    [BB] Barbados
    [BD] Bangladesh
    [BE] Belgium
    [BF] Burkina Faso
    [BG] Bulgaria
    [BH] Bahrain
    [BI] Burundi
    [BJ] Benin
    [BL] Saint Barthélemy
    [BM] Bermuda
    [BN] Brunei
    [BO] Bolivia
    [BQ] Bonaire, Sint Eustatius and Saba
    [BR] Brazil
    [BS] Bahamas
    [BT] Bhutan
    [BV] Bouvet Island
    [BW] Botswana
    [BY] Belarus
    [BZ] Belize
    [CA] Canada
    [CC] Cocos Islands
    [CD] Democratic Republic of the Congo
    [CF] Central African Republic
    [CG] Republic of the Congo
    [CH] Switzerland
    [CI] Côte d’Ivoire
    [CK] Cook Islands
    [CL] Chile
    [CM] Cameroon
    [CN] China
    [CO] Colombia
    [CR] Costa Rica
    [CU] Cuba
    [CV] Cabo Verde
    [CW] Curaçao
    [CX] Christmas Island
    [CY] Cyprus
    [CZ] Czechia
    [DE] Germany
    [DJ] Djibouti
    [DK] Denmark
    [DM] Dominica
    [DO] Dominican Republic
    [DZ] Algeria
    [EC] Ecuador
    [EE] Estonia
    [EG] Egypt
    [EH] Western Sahara
    [ER] Eritrea
    [ES] Spain
    [ET] Ethiopia
    [EU] European Union
    [FI] Finland
    [FJ] Fiji
    [FK] Falkland Islands
    [FM] Micronesia
    [FO] Faroe Islands
    [FR] France
    [GA] Gabon
    [GB] United Kingdom
    [GD] Grenada
    [GE] Georgia
    [GF] French Guiana
    [GG] Guernsey
    [GH] Ghana
    [GI] Gibraltar
    [GL] Greenland
    [GM] Gambia
    [GN] Guinea
    [GP] Guadeloupe
    [GQ] Equatorial Guinea
    [GR] Greece
    [GS] South Georgia and the South Sandwich Islands
    [GT] Guatemala
    [GU] Guam
    [GW] Guinea-Bissau
    [GY] Guyana
    [HK] Hong Kong
    [HM] Heard Island and McDonald Islands
    [HN] Honduras
    [HR] Croatia
    [HT] Haiti
    [HU] Hungary
    [ID] Indonesia
    [IE] Ireland
    [IL] Israel
    [IM] Isle of Man
    [IN] India
    [IO] British Indian Ocean Territory
    [IQ] Iraq
    [IR] Iran
    [IS] Iceland
    [IT] Italy
    [JE] Jersey
    [JM] Jamaica
    [JO] Jordan
    [JP] Japan
    [KE] Kenya
    [KG] Kyrgyzstan
    [KH] Cambodia
    [KI] Kiribati
    [KM] Comoros
    [KN] Saint Kitts and Nevis
    [KP] North Korea
    [KR] South Korea
    [KW] Kuwait
    [KY] Cayman Islands
    [KZ] Kazakhstan
    [LA] Laos
    [LB] Lebanon
    [LC] Saint Lucia
    [LI] Liechtenstein
    [LK] Sri Lanka
    [LR] Liberia
    [LS] Lesotho
    [LT] Lithuania
    [LU] Luxembourg
    [LV] Latvia
    [LY] Libya
    [MA] Morocco
    [MC] Monaco
    [MD] Moldova
    [ME] Montenegro
    [MF] Saint Martin
    [MG] Madagascar
    [MH] Marshall Islands
    [MK] North Macedonia
    [ML] Mali
    [MM] Myanmar
    [MN] Mongolia
    [MO] Macao
    [MP] Northern Mariana Islands
    [MQ] Martinique
    [MR] Mauritania
    [MS] Montserrat
    [MT] Malta
    [MU] Mauritius
    [MV] Maldives
    [MW] Malawi
    [MX] Mexico
    [MY] Malaysia
    [MZ] Mozambique
    [NA] Namibia
    [NC] New Caledonia
    [NE] Niger
    [NF] Norfolk Island
    [NG] Nigeria
    [NI] Nicaragua
    [NL] Netherlands
    [NO] Norway
    [NP] Nepal
    [NR] Nauru
    [NU] Niue
    [NZ] New Zealand
    [OM] Oman
    [PA] Panama
    [PE] Peru
    [PF] French Polynesia
    [PG] Papua New Guinea
    [PH] Philippines
    [PK] Pakistan
    [PL] Poland
    [PM] Saint Pierre and Miquelon
    [PN] Pitcairn
    [PR] Puerto Rico
    [PS] Palestine
    [PT] Portugal
    [PW] Palau
    [PY] Paraguay
    [QA] Qatar
    [RE] Réunion
    [RO] Romania
    [RS] Serbia
    [RU] Russia
    [RW] Rwanda
    [SA] Saudi Arabia
    [SB] Solomon Islands
    [SC] Seychelles
    [SD] Sudan
    [SE] Sweden
    [SG] Singapore
    [SH] Saint Helena, Ascension and Tristan da Cunha
    [SI] Slovenia
    [SJ] Svalbard and Jan Mayen
    [SK] Slovakia
    [SL] Sierra Leone
    [SM] San Marino
    [SN] Senegal
    [SO] Somalia
    [SR] Suriname
    [SS] South Sudan
    [ST] São Tomé and Príncipe
    [SV] El Salvador
    [SX] Sint Maarten
    [SY] Syria
    [SZ] Eswatini
    [TC] Turks and Caicos Islands
    [TD] Chad
    [TF] French Southern Territories
    [TG] Togo
    [TH] Thailand
    [TJ] Tajikistan
    [TK] Tokelau
    [TL] Timor-Leste
    [TM] Turkmenistan
    [TN] Tunisia
    [TO] Tonga
    [TR] Türkiye
    [TT] Trinidad and Tobago
    [TV] Tuvalu
    [TW] Taiwan
    [TZ] Tanzania
    [UA] Ukraine
    [UG] Uganda
    [UM] United States Minor Outlying Islands
    [US] United States
    [UY] Uruguay
    [UZ] Uzbekistan
    [VA] Vatican City
    [VC] Saint Vincent and the Grenadines
    [VE] Venezuela
    [VG] British Virgin Islands
    [VI] United States Virgin Islands
    [VN] Vietnam
    [VU] Vanuatu
    [WF] Wallis and Futuna
    [WS] Samoa
    [YE] Yemen
    [YT] Mayotte
    [ZA] South Africa
    [ZM] Zambia
    [ZW] Zimbabwe
   *[other] { $code }
}
place-region = { $code ->
    [US-AL] Alabama, { $country }
    [US-AK] Alaska, { $country }
    [US-AZ] Arizona, { $country }
    [US-AR] Arkansas, { $country }
    [US-CA] California, { $country }
    [US-CO] Colorado, { $country }
    [US-CT] Connecticut, { $country }
    [US-DE] Delaware, { $country }
    [US-DC] District of Columbia, { $country }
    [US-FL] Florida, { $country }
    [US-GA] Georgia, { $country }
    [US-HI] Hawaii, { $country }
    [US-ID] Idaho, { $country }
    [US-IL] Illinois, { $country }
    [US-IN] Indiana, { $country }
    [US-IA] Iowa, { $country }
    [US-KS] Kansas, { $country }
    [US-KY] Kentucky, { $country }
    [US-LA] Louisiana, { $country }
    [US-ME] Maine, { $country }
    [US-MD] Maryland, { $country }
    [US-MA] Massachusetts, { $country }
    [US-MI] Michigan, { $country }
    [US-MN] Minnesota, { $country }
    [US-MS] Mississippi, { $country }
    [US-MO] Missouri, { $country }
    [US-MT] Montana, { $country }
    [US-NE] Nebraska, { $country }
    [US-NV] Nevada, { $country }
    [US-NH] New Hampshire, { $country }
    [US-NJ] New Jersey, { $country }
    [US-NM] New Mexico, { $country }
    [US-NY] New York, { $country }
    [US-NC] North Carolina, { $country }
    [US-ND] North Dakota, { $country }
    [US-OH] Ohio, { $country }
    [US-OK] Oklahoma, { $country }
    [US-OR] Oregon, { $country }
    [US-PA] Pennsylvania, { $country }
    [US-RI] Rhode Island, { $country }
    [US-SC] South Carolina, { $country }
    [US-SD] South Dakota, { $country }
    [US-TN] Tennessee, { $country }
    [US-TX] Texas, { $country }
    [US-UT] Utah, { $country }
    [US-VT] Vermont, { $country }
    [US-VA] Virginia, { $country }
    [US-WA] Washington, { $country }
    [US-WV] West Virginia, { $country }
    [US-WI] Wisconsin, { $country }
    [US-WY] Wyoming, { $country }
    [CA-AB] Alberta, { $country }
    [CA-BC] British Columbia, { $country }
    [CA-MB] Manitoba, { $country }
    [CA-NB] New Brunswick, { $country }
    [CA-NL] Newfoundland and Labrador, { $country }
    [CA-NS] Nova Scotia, { $country }
    [CA-NT] Northwest Territories, { $country }
    [CA-NU] Nunavut, { $country }
    [CA-ON] Ontario, { $country }
    [CA-PE] Prince Edward Island, { $country }
    [CA-QC] Quebec, { $country }
    [CA-SK] Saskatchewan, { $country }
    [CA-YT] Yukon, { $country }
   *[other] { $region }, { $country }
}
