# expected: preprocessing
# found: preprocessing 26:25, preprocessing 33:18
# undecided: multi-test, overlap
# %%
import pandas as pd
import numpy as np
import matplotlib as plt
%matplotlib inline
df = pd.read_csv("train_u6lujuX_CVtuZ9i.csv") #Reading the dataset in a dataframe using Pandas

# %%
df.describe()

# %%
df['Property_Area'].value_counts()

# %%
df.boxplot(column='ApplicantIncome', by='Education')

# %%
temp3 = pd.crosstab(df['Credit_History'], df['Loan_Status'])
temp3.plot(kind='bar', stacked=True, color=['red','blue'], grid=False)

# %%
df['Self_Employed'].fillna('No', inplace=True)
df['LoanAmount'].fillna(df['LoanAmount'].mean(), inplace=True)
df['LoanAmount_log'] = np.log(df['LoanAmount'])
df['TotalIncome'] = df['ApplicantIncome'] + df['CoapplicantIncome']
df['TotalIncome_log'] = np.log(df['TotalIncome'])

# %%
for c in ['Gender','Married','Dependents','Loan_Amount_Term','Credit_History']:
    df[c].fillna(df[c].mode()[0], inplace=True)

# %%
from sklearn.preprocessing import LabelEncoder
var_mod = ['Gender','Married','Dependents','Education','Self_Employed','Property_Area','Loan_Status']
le = LabelEncoder()
for i in var_mod:
    df[i] = le.fit_transform(df[i])
df.dtypes

# %%
#Import models from scikit learn module:
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.ensemble import RandomForestClassifier
from sklearn.tree import DecisionTreeClassifier, export_graphviz
from sklearn import metrics

#Generic function for making a classification model and accessing performance:
def classification_model(model, data, predictors, outcome):
    #Fit the model:
    model.fit(data[predictors], data[outcome])
    predictions = model.predict(data[predictors])
    accuracy = metrics.accuracy_score(predictions, data[outcome])
    print("Accuracy : %s" % "{0:.3%}".format(accuracy))

    #Perform k-fold cross-validation with 5 folds
    kf = KFold(n_splits=5)
    error = []
    for train, test in kf.split(data):
        train_predictors = (data[predictors].iloc[train, :])
        train_target = data[outcome].iloc[train]
        model.fit(train_predictors, train_target)
        error.append(model.score(data[predictors].iloc[test, :], data[outcome].iloc[test]))
    print("Cross-Validation Score : %s" % "{0:.3%}".format(np.mean(error)))

    #Fit the model again so that it can be refered outside the function:
    model.fit(data[predictors], data[outcome])

# %%
outcome_var = 'Loan_Status'
model = LogisticRegression()
predictor_var = ['Credit_History']
classification_model(model, df, predictor_var, outcome_var)

# %%
predictor_var = ['Credit_History','Education','Married','Self_Employed','Property_Area']
classification_model(model, df, predictor_var, outcome_var)

# %%
model = DecisionTreeClassifier()
predictor_var = ['Credit_History','Loan_Amount_Term','LoanAmount_log']
classification_model(model, df, predictor_var, outcome_var)

# %%
model = RandomForestClassifier(n_estimators=100)
predictor_var = ['Gender','Married','Dependents','Education','Self_Employed','Loan_Amount_Term',
                 'Credit_History','Property_Area','LoanAmount_log','TotalIncome_log']
classification_model(model, df, predictor_var, outcome_var)
