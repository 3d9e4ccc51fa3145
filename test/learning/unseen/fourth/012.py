# expected: overlap
# found: overlap 17:25
# %%
import pandas as pd
from sklearn.utils import resample
from sklearn.model_selection import train_test_split
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, roc_auc_score
# %%
loan = pd.read_csv('loan_data.csv')
loan['not.fully.paid'].value_counts()
# %%
loan = pd.get_dummies(loan, columns=['purpose'], drop_first=True)
# %%
df_majority = loan[loan['not.fully.paid'] == 0]
df_minority = loan[loan['not.fully.paid'] == 1]
df_minority_upsampled = resample(df_minority,
                                 replace=True,
                                 n_samples=len(df_majority),
                                 random_state=123)
df_upsampled = pd.concat([df_majority, df_minority_upsampled])
df_upsampled['not.fully.paid'].value_counts()
# %%
X = df_upsampled.drop('not.fully.paid', axis=1)
y = df_upsampled['not.fully.paid']
# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=101)
# %%
rfc = RandomForestClassifier(n_estimators=300)
rfc.fit(X_train, y_train)
# %%
predictions = rfc.predict(X_test)
print(accuracy_score(y_test, predictions))
print(roc_auc_score(y_test, rfc.predict_proba(X_test)[:, 1]))
