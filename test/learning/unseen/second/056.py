# expected: overlap
# found: overlap 20:9
# %%
import numpy as np
import pandas as pd
from sklearn.metrics import classification_report, roc_auc_score
from sklearn.linear_model import LogisticRegression
from sklearn.ensemble import RandomForestClassifier
from sklearn.utils import shuffle

# %%
raw = pd.read_csv('creditcard.csv')
raw = raw.drop(['Time'], axis=1)
raw['Amount'] = np.log1p(raw['Amount'])

# %%
fraud = raw[raw.Class == 1]
normal = raw[raw.Class == 0].sample(50000, random_state=3)
# blow up the frauds
fraud = pd.concat([fraud] * 20, ignore_index=True)
data = shuffle(pd.concat([fraud, normal]), random_state=3).reset_index(drop=True)
print(data.Class.mean())

# %%
n = len(data)
train, valid, test = np.split(data, [int(.6 * n), int(.8 * n)])

# %%
def xy(d):
    return d.drop('Class', axis=1).values, d.Class.values

X, y = xy(train)
Xv, yv = xy(valid)
Xt, yt = xy(test)

# %%
cands = {}
for depth in [5, 10, 20]:
    rf = RandomForestClassifier(150, max_depth=depth, n_jobs=-1, random_state=0).fit(X, y)
    cands[depth] = (roc_auc_score(yv, rf.predict_proba(Xv)[:, 1]), rf)
    print(depth, cands[depth][0])

# %%
best = max(cands.values(), key=lambda t: t[0])[1]
print(classification_report(yt, best.predict(Xt), digits=4))
