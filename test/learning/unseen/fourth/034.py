# expected: multi-test, overlap, preprocessing
# found: preprocessing 13:38, preprocessing 22:25, overlap 24:20, multi-test 31:10
# %%
import pandas as pd
from sklearn.preprocessing import StandardScaler
from imblearn.over_sampling import SMOTE
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
from sklearn.ensemble import AdaBoostClassifier, RandomForestClassifier
from sklearn.metrics import accuracy_score, recall_score
# %%
stroke = pd.read_csv('healthcare-dataset-stroke-data.csv')
stroke['bmi'] = stroke['bmi'].fillna(stroke['bmi'].mean())
stroke = stroke.drop('id', axis=1)
stroke = pd.get_dummies(stroke, drop_first=True)
# %%
X = stroke.drop('stroke', axis=1)
Y = stroke['stroke']
print(Y.value_counts())
# %%
ss = StandardScaler()
X_scaled = pd.DataFrame(ss.fit_transform(X), columns=X.columns)
smote = SMOTE()
X_smote, Y_smote = smote.fit_resample(X_scaled, Y)
# %%
X_train, X_test, Y_train, Y_test = train_test_split(X_smote, Y_smote, test_size=0.2, random_state=42)
# %%
clfs = {'dt': DecisionTreeClassifier(), 'ada': AdaBoostClassifier(), 'rf': RandomForestClassifier()}
for k in clfs:
    clfs[k].fit(X_train, Y_train)
    pr = clfs[k].predict(X_test)
    print(k, 'acc', accuracy_score(Y_test, pr), 'rec', recall_score(Y_test, pr))
