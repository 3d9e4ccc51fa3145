# expected: multi-test
# found: multi-test 34:9
# %%
import numpy as np, pandas as pd
from collections import Counter
from imblearn.over_sampling import SMOTE, RandomOverSampler, ADASYN
from imblearn.under_sampling import RandomUnderSampler
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, recall_score
from sklearn.model_selection import train_test_split
# %%
churn = pd.read_csv('Churn_Modelling.csv')
churn.drop(columns=['RowNumber', 'CustomerId', 'Surname'], inplace=True)
churn = pd.get_dummies(churn, columns=['Geography', 'Gender'], drop_first=True)
# %%
X, y = churn.drop('Exited', axis=1), churn['Exited']
X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=.25, stratify=y, random_state=11)
print(Counter(y_tr))
# %%
samplers = {
    'none': None,
    'ros': RandomOverSampler(random_state=1),
    'smote': SMOTE(random_state=1),
    'adasyn': ADASYN(random_state=1),
    'rus': RandomUnderSampler(random_state=1),
}
results = []
for name, s in samplers.items():
    if s is None:
        a, b = X_tr, y_tr
    else:
        a, b = s.fit_resample(X_tr, y_tr)
    m = LogisticRegression(max_iter=1000).fit(a, b)
    p = m.predict(X_te)
    results.append((name, f1_score(y_te, p), recall_score(y_te, p)))
# %%
res = pd.DataFrame(results, columns=['sampler', 'f1', 'recall']).sort_values('f1', ascending=False)
res
