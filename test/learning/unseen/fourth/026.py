# expected: multi-test
# found: multi-test 22:10
# %%
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.metrics import precision_score, recall_score, f1_score
# %%
df = pd.read_csv('telco.csv')
df['TotalCharges'] = pd.to_numeric(df['TotalCharges'], errors='coerce').fillna(0)
df['Churn'] = (df['Churn'] == 'Yes').astype(int)
df = df.drop('customerID', axis=1)
# %%
X = pd.get_dummies(df.drop('Churn', axis=1))
y = df['Churn']
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=3, stratify=y)
# %%
rf = RandomForestClassifier(n_estimators=400, min_samples_leaf=5, class_weight='balanced', n_jobs=-1)
rf.fit(X_train, y_train)
# %%
scores = rf.predict_proba(X_test)[:, 1]
# %%
best_t, best_f = 0.5, 0
for t in np.arange(0.1, 0.9, 0.02):
    f = f1_score(y_test, (scores > t).astype(int))
    if f > best_f:
        best_t, best_f = t, f
print("best threshold", best_t)
# %%
final = (scores > best_t).astype(int)
print('P', precision_score(y_test, final))
print('R', recall_score(y_test, final))
print('F1', f1_score(y_test, final))
