# expected: preprocessing
# found: preprocessing 16:7, preprocessing 23:19
# %%
import pandas as pd
import numpy as np
import matplotlib.pyplot as plt
from sklearn.cluster import KMeans
from sklearn.preprocessing import RobustScaler
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import roc_auc_score
# %%
cust = pd.read_csv('customers.csv', index_col='cust_id')
behav = ['recency', 'frequency', 'monetary', 'n_returns']
# %%
rfm = RobustScaler().fit_transform(cust[behav])
inertia = []
for k in range(2, 11):
    inertia.append(KMeans(k, n_init=10, random_state=0).fit(rfm).inertia_)
plt.plot(range(2, 11), inertia, 'o-')
# %%
km = KMeans(5, n_init=10, random_state=0)
cust['segment'] = km.fit_predict(rfm)
cust.groupby('segment')[behav].mean()
# %%
cols = behav + ['age', 'segment']
Xtr, Xte, ytr, yte = train_test_split(cust[cols], cust['responded'], test_size=0.3, random_state=0)
# %%
rf = RandomForestClassifier(200, random_state=0).fit(Xtr, ytr)
print(roc_auc_score(yte, rf.predict_proba(Xte)[:, 1]))
