# expected: multi-test
# found: multi-test 49:9
# %%
from datasets import load_dataset
import numpy as np, torch
from transformers import AutoTokenizer, AutoModelForSequenceClassification, Trainer, TrainingArguments
from sklearn.metrics import f1_score, accuracy_score

# %%
ds = load_dataset('tweet_eval', 'emotion')
ds

# %%
MODEL = 'bert-base-uncased'
tokenizer = AutoTokenizer.from_pretrained(MODEL)
enc = ds.map(lambda x: tokenizer(x['text'], padding='max_length', truncation=True, max_length=64), batched=True)
enc = enc.rename_column('label', 'labels')
enc.set_format('torch', columns=['input_ids', 'attention_mask', 'labels'])

# %%
def metrics(eval_pred):
    pred = eval_pred.predictions.argmax(-1)
    return {'acc': accuracy_score(eval_pred.label_ids, pred),
            'f1': f1_score(eval_pred.label_ids, pred, average='macro')}

# %%
model = AutoModelForSequenceClassification.from_pretrained(MODEL, num_labels=4)

args = TrainingArguments('emotion_out',
                         evaluation_strategy='epoch',
                         save_strategy='epoch',
                         num_train_epochs=6,
                         per_device_train_batch_size=32,
                         load_best_model_at_end=True,
                         metric_for_best_model='f1',
                         greater_is_better=True)

trainer = Trainer(model=model, args=args,
                  train_dataset=enc['train'],
                  eval_dataset=enc['test'],
                  compute_metrics=metrics)
trainer.train()

# %%
res = trainer.evaluate()
print('Test F1:', res['eval_f1'])

# %%
preds = trainer.predict(enc['test'])
from sklearn.metrics import ConfusionMatrixDisplay
ConfusionMatrixDisplay.from_predictions(preds.label_ids, preds.predictions.argmax(-1),
                                        display_labels=ds['train'].features['label'].names)
