# expected: clean
# found: clean
# %%
!pip install -q transformers datasets evaluate

# %%
import numpy as np
from datasets import load_dataset
from transformers import (AutoTokenizer, AutoModelForSequenceClassification,
                          TrainingArguments, Trainer, DataCollatorWithPadding, EarlyStoppingCallback)
import evaluate

# %%
raw = load_dataset('imdb')
split = raw['train'].train_test_split(test_size=0.1, seed=42)
raw_train, raw_val, raw_test = split['train'], split['test'], raw['test']
raw_train[0]

# %%
ckpt = 'distilbert-base-uncased'
tok = AutoTokenizer.from_pretrained(ckpt)

def tokenize(batch):
    return tok(batch['text'], truncation=True, max_length=256)

train_ds = raw_train.map(tokenize, batched=True)
val_ds = raw_val.map(tokenize, batched=True)
test_ds = raw_test.map(tokenize, batched=True)

# %%
acc = evaluate.load('accuracy')
def compute_metrics(p):
    logits, labels = p
    return acc.compute(predictions=np.argmax(logits, -1), references=labels)

# %%
model = AutoModelForSequenceClassification.from_pretrained(ckpt, num_labels=2)
args = TrainingArguments(
    output_dir='out', evaluation_strategy='epoch', save_strategy='epoch',
    learning_rate=2e-5, per_device_train_batch_size=16, per_device_eval_batch_size=64,
    num_train_epochs=4, weight_decay=0.01, load_best_model_at_end=True,
    metric_for_best_model='accuracy', report_to='none')

trainer = Trainer(model=model, args=args, train_dataset=train_ds, eval_dataset=val_ds,
                  tokenizer=tok, data_collator=DataCollatorWithPadding(tok),
                  compute_metrics=compute_metrics,
                  callbacks=[EarlyStoppingCallback(early_stopping_patience=1)])
trainer.train()

# %%
trainer.evaluate(test_ds)

# %%
trainer.save_model('imdb-distilbert')
