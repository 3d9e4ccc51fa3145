# expected: multi-test, preprocessing
# found: preprocessing 41:19, multi-test 57:34
# %%
import pandas as pd
import numpy as np
from sklearn.impute import KNNImputer
from sklearn.preprocessing import MinMaxScaler
from sklearn.model_selection import train_test_split
from sklearn.metrics import accuracy_score, confusion_matrix
from sklearn.tree import DecisionTreeClassifier
from sklearn.ensemble import RandomForestClassifier, AdaBoostClassifier, ExtraTreesClassifier
from sklearn.neighbors import KNeighborsClassifier

# %%
kidney = pd.read_csv('../input/kidney_disease.csv')
kidney.drop('id', axis=1, inplace=True)
kidney.columns = ['age','blood_pressure','specific_gravity','albumin','sugar','red_blood_cells','pus_cell','pus_cell_clumps','bacteria',
    'blood_glucose_random','blood_urea','serum_creatinine','sodium','potassium','haemoglobin','packed_cell_volume','white_blood_cell_count',
    'red_blood_cell_count','hypertension','diabetes_mellitus','coronary_artery_disease','appetite','peda_edema','aanemia','class']

# %%
for c in ['packed_cell_volume', 'white_blood_cell_count', 'red_blood_cell_count']:
    kidney[c] = pd.to_numeric(kidney[c], errors='coerce')
kidney['diabetes_mellitus'].replace({'\tno': 'no', '\tyes': 'yes', ' yes': 'yes'}, inplace=True)
kidney['class'] = kidney['class'].str.strip().map({'ckd': 0, 'notckd': 1})

# %%
yn = ['hypertension','diabetes_mellitus','coronary_artery_disease','peda_edema','aanemia']
for c in yn:
    kidney[c] = kidney[c].map({'yes': 1, 'no': 0})
kidney['appetite'] = kidney['appetite'].map({'good': 1, 'poor': 0})
kidney['red_blood_cells'] = kidney['red_blood_cells'].map({'normal': 1, 'abnormal': 0})
kidney['pus_cell'] = kidney['pus_cell'].map({'normal': 1, 'abnormal': 0})
for c in ['pus_cell_clumps', 'bacteria']:
    kidney[c] = kidney[c].map({'present': 1, 'notpresent': 0})
kidney.dtypes

# %%
ind_col = [c for c in kidney.columns if c != 'class']
imp = KNNImputer(n_neighbors=5)
kidney[ind_col] = imp.fit_transform(kidney[ind_col])
kidney.isna().sum().sum()

# %%
X = kidney[ind_col]
y = kidney['class'].astype(int)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.30, random_state=0)

# %%
mms = MinMaxScaler()
X_train = mms.fit_transform(X_train)
X_test = mms.transform(X_test)

# %%
def fit_and_show(m):
    m.fit(X_train, y_train)
    acc = accuracy_score(y_test, m.predict(X_test))
    print(f"Training Accuracy of {m.__class__.__name__} is {accuracy_score(y_train, m.predict(X_train))}")
    print(f"Test Accuracy is {acc}\n")
    print(confusion_matrix(y_test, m.predict(X_test)))
    return acc

knn_acc = fit_and_show(KNeighborsClassifier())

# %%
dtc_acc = fit_and_show(DecisionTreeClassifier())

# %%
rd_clf_acc = fit_and_show(RandomForestClassifier(criterion='entropy', max_depth=11, n_estimators=130))

# %%
ada_acc = fit_and_show(AdaBoostClassifier(DecisionTreeClassifier(max_depth=2)))
etc_acc = fit_and_show(ExtraTreesClassifier())

# %%
pd.DataFrame({'Model': ['KNN', 'Decision Tree', 'Random Forest', 'Ada Boost', 'Extra Trees'],
              'Score': [knn_acc, dtc_acc, rd_clf_acc, ada_acc, etc_acc]}).sort_values('Score', ascending=False)
