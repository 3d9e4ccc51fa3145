# expected: preprocessing
# found: preprocessing 21:15
# %%
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, classification_report
import pandas as pd, numpy as np

# %%
# android malware permissions, PhD chapter 4
D = pd.read_csv('drebin-215-dataset-5560malware-9476-benign.csv', low_memory=False)
D = D.replace('?', 0)
D['class'] = D['class'].map({'B': 0, 'S': 1})
Y = D.pop('class')
D = D.astype('int8')
D.shape

# %%
et = ExtraTreesClassifier(n_estimators=200, random_state=0, n_jobs=4)
et.fit(D, Y)
importances = et.feature_importances_
idx = np.argsort(importances)[::-1]
for r in range(20):
    print('%2d) %-40s %f' % (r + 1, D.columns[idx[r]], importances[idx[r]]))

# %%
top = [D.columns[i] for i in idx[:30]]
D30 = D[top]

# %%
xtr, xte, ytr, yte = train_test_split(D30, Y, test_size=0.3, random_state=0)
rf = RandomForestClassifier(500, n_jobs=4, random_state=0)
rf.fit(xtr, ytr)
print(classification_report(yte, rf.predict(xte), digits=4))

# %%
import pickle
with open('rf30.pkl', 'wb') as fh:
    pickle.dump({'model': rf, 'features': top}, fh)
