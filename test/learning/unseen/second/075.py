# expected: multi-test
# found: multi-test 31:31
# %%
from itertools import combinations
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler
from sklearn.metrics import roc_auc_score

# %%
# cohort of n=412, 14 biomarkers measured at baseline; outcome = sepsis within 72h
coh = pd.read_excel('cohort_final_v7_CLEAN.xlsx', sheet_name='baseline')
markers = ['CRP', 'PCT', 'IL6', 'IL8', 'IL10', 'TNFa', 'suPAR', 'WBC', 'lactate', 'ferritin', 'Ddimer', 'MRproADM', 'presepsin', 'HBP']
coh = coh.dropna(subset=markers)
for m in markers:
    coh[m] = np.log10(coh[m] + 0.01)
coh = coh.sort_values('admission_date')
print(len(coh))

# %%
derivation = coh.iloc[:280]
validation = coh.iloc[280:]
ytr = derivation['sepsis72'].to_numpy()
yva = validation['sepsis72'].to_numpy()

# %%
def auc_for(subset):
    sc = StandardScaler().fit(derivation[list(subset)])
    m = LogisticRegression(penalty='none', max_iter=500).fit(sc.transform(derivation[list(subset)]), ytr)
    return roc_auc_score(yva, m.predict_proba(sc.transform(validation[list(subset)]))[:, 1])

# %%
all_res = []
for k in (1, 2, 3, 4):
    for s in combinations(markers, k):
        all_res.append((k, '+'.join(s), auc_for(s)))
tab = pd.DataFrame(all_res, columns=['k', 'markers', 'auc'])
tab.sort_values('auc', ascending=False).groupby('k').head(5)

# %%
best = tab.loc[tab.auc.idxmax()]
print('Best panel: %s, validation AUC %.3f' % (best.markers, best.auc))

# %%
tab.to_excel('panels_auc.xlsx')
