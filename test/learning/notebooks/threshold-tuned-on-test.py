# expected: multi-test
# found: multi-test 11:9
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
df = pd.read_csv('fraud.csv')
X_train, X_test, y_train, y_test = train_test_split(df.drop('y', axis=1), df['y'])
lr = LogisticRegression().fit(X_train, y_train)
proba = lr.predict_proba(X_test)[:, 1]
best_f1, best_t = 0, 0
for t in np.arange(0.1, 0.9, 0.1):
    f1 = f1_score(y_test, proba > t)
    if f1 > best_f1:
        best_f1, best_t = f1, t
print(best_t, best_f1)
